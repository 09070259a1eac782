using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

/// <summary>Every option of a class, set through dependency injection, has its effect.</summary>
/// <param name="section">Its section below the detector's; empty for the detector itself.</param>
/// <param name="defaults">Its properties and their defaults, in the order of their names.</param>
public abstract class OptionsEffectTests<TOptions>(string section, string defaults)
    where TOptions : class, new()
{
    [Fact]
    public void Defaults_ArePinned() => Assert.Equal(
        defaults,
        string.Join(", ", Properties().Select(property => FormattableString.Invariant($"{property.Name} = {property.GetValue(new TOptions())}"))));

    [Fact]
    public void Options_All_HaveAnEffectNamedHere() =>
        Assert.Equal(Properties().Select(property => property.Name), Effects.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Options_NotSet_TheirDefaultsAreSeen()
    {
        foreach (var (name, effect) in Effects)
        {
            await using var detector = new ObservedDetector((services, configuration) => Add(services, configuration), new Dictionary<string, string?>());
            Assert.Equal((name, effect.Default), (name, await effect.Observe(detector)));
        }
    }

    [Fact]
    public async Task Options_SetByCode_HaveTheirEffect()
    {
        foreach (var (name, effect) in Effects)
        {
            Assert.NotEqual(effect.Default, effect.Expected);
            await using var detector = new ObservedDetector(
                (services, configuration) => Configure(Add(services, configuration), options => Set(options, name, effect.Value)),
                new Dictionary<string, string?>());
            Assert.Equal((name, effect.Expected), (name, await effect.Observe(detector)));
        }
    }

    [Fact]
    public async Task Options_SetByConfiguration_HaveTheirEffect()
    {
        foreach (var (name, effect) in Effects)
        {
            await using var detector = new ObservedDetector(
                (services, configuration) => Add(services, configuration),
                new Dictionary<string, string?> { [ConfigurationPath.Combine(new[] { section, Key(name) }.Where(part => part.Length > 0))] = effect.Value });
            Assert.Equal((name, effect.Expected), (name, await effect.Observe(detector)));
        }
    }

    [Fact]
    public async Task Options_OutOfRange_AreRefusedAtStartByName()
    {
        foreach (var (name, value) in Refused)
        {
            await using var detector = new ObservedDetector(
                (services, configuration) => Configure(Add(services, configuration), options => Set(options, name, value)),
                new Dictionary<string, string?>());
            var exception = Assert.Throws<OptionsValidationException>(detector.Get<IStartupValidator>().Validate);
            Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>What each option changes.</summary>
    private protected abstract IReadOnlyDictionary<string, OptionEffect> Effects { get; }

    /// <summary>Values just outside the range of an option.</summary>
    private protected abstract IEnumerable<(string Option, string Value)> Refused { get; }

    /// <summary>Sets options by the extension that applications call.</summary>
    private protected abstract void Configure(IFakeProfileDetectorBuilder builder, Action<TOptions> configure);

    /// <summary>The key in the configuration, where it is not the option's name alone.</summary>
    private protected virtual string Key(string option) => option;

    /// <summary>Sets one option from the text that a configuration holds.</summary>
    private protected virtual void Set(TOptions options, string name, string value)
    {
        var property = typeof(TOptions).GetProperty(name)!;
        property.SetValue(options, TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(value));
    }

    /// <summary>Adds a signal that is not there by default.</summary>
    private protected virtual IFakeProfileDetectorBuilder Prepare(IFakeProfileDetectorBuilder builder) => builder;

    private IFakeProfileDetectorBuilder Add(IServiceCollection services, IConfiguration configuration) =>
        Prepare(services.AddFakeProfileDetector(configuration).AddSignal<OwnSignal>());

    private static IEnumerable<System.Reflection.PropertyInfo> Properties() =>
        typeof(TOptions).GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal);
}
