using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Validation;

/// <summary>Applies the rules that dependency injection applies at start to options handed to a constructor.</summary>
internal static class OptionsGuard
{
    /// <summary>The options given, or defaults; throws when they break a rule.</summary>
    internal static TOptions Checked<TOptions>(TOptions? options, IValidateOptions<TOptions> validator)
        where TOptions : class, new()
    {
        options ??= new();
        var result = validator.Validate(name: null, options);
        return result.Failed
            ? throw new OptionsValidationException(typeof(TOptions).Name, typeof(TOptions), result.Failures)
            : options;
    }
}
