using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector;

/// <summary>A section of the configuration that options are read from; the detector's own has no name.</summary>
internal sealed class SectionBinding
{
    /// <summary>What is read of an options class: the names of its properties, and its constructor.</summary>
    internal const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor;

    private readonly IConfiguration _configuration;
    private readonly string? _network;
    private readonly Type _options;
    private readonly HashSet<string> _keys;

    private SectionBinding(IConfiguration configuration, string? network, string section, Type options, IEnumerable<string> keys)
    {
        _configuration = configuration;
        _network = network;
        _options = options;
        _keys = new(keys, StringComparer.OrdinalIgnoreCase);
        Section = section;
    }

    private string Section { get; }

    /// <summary>Reads a section into options, once, before whatever is configured later.</summary>
    internal static OptionsBuilder<TOptions> Add<[DynamicallyAccessedMembers(Members)] TOptions>(
        IFakeProfileDetectorBuilder builder, string section, Action<IConfiguration, TOptions> bind)
        where TOptions : class
    {
        var options = builder.Services.AddOptions<TOptions>(builder.Name ?? Options.DefaultName);
        if (builder.Configuration is not { } configuration || Find(builder.Services, configuration, builder.Name, typeof(TOptions)))
        {
            return options;
        }

        var binding = new SectionBinding(configuration, builder.Name, section, typeof(TOptions), typeof(TOptions).GetProperties().Select(property => property.Name));
        builder.Services.AddSingleton(binding);
        return options.Configure<IEnumerable<SectionBinding>>((value, all) => binding.Read(value, all, bind));
    }

    private static bool Find(IServiceCollection services, IConfiguration configuration, string? network, Type options) =>
        services.Any(service => service is { IsKeyedService: false, ImplementationInstance: SectionBinding other }
            && other._configuration == configuration && other._network == network && other._options == options);

    private void Read<TOptions>(TOptions options, IEnumerable<SectionBinding> all, Action<IConfiguration, TOptions> bind)
    {
        var section = Section.Length == 0 ? _configuration : _configuration.GetSection(Section);
        var sections = Section.Length == 0 ? all.Where(other => other._configuration == _configuration && other.Section.Length > 0) : [];
        string[] allowed = [.. _keys, .. sections.Select(other => other.Section)];
        string[] unknown = [.. section.GetChildren()
            .Where(child => !allowed.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is not known here; correct or remove it. Known are: {string.Join(", ", allowed.Distinct().Order(StringComparer.Ordinal))}.")];
        if (unknown.Length > 0)
        {
            throw new OptionsValidationException(_network ?? Options.DefaultName, typeof(TOptions), unknown);
        }

        try
        {
            bind(section, options);
        }
        catch (InvalidOperationException e)
        {
            // The binder's message names the key and the type that is wanted.
            throw new OptionsValidationException(_network ?? Options.DefaultName, typeof(TOptions), [$"{e.Message} Correct or remove it."]);
        }
    }
}
