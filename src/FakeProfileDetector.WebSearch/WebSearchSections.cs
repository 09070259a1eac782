using FakeProfileDetector.WebSearch.GoogleVision;
using FakeProfileDetector.WebSearch.TinEye;
using Microsoft.Extensions.Configuration;

namespace FakeProfileDetector.WebSearch;

/// <summary>Reads the sections of the configuration.</summary>
internal static class WebSearchSections
{
    internal static void Bind(IConfiguration section, WebSearchOptions options) => section.Bind(options);

    /// <summary>One property a line: a function is no value of a configuration.</summary>
    internal static void Bind(IConfiguration section, GoogleVisionOptions options)
    {
        options.ApiKey = section.GetValue(nameof(options.ApiKey), options.ApiKey);
        options.BaseAddress = section.GetValue(nameof(options.BaseAddress), options.BaseAddress) ?? options.BaseAddress;
    }

    internal static void Bind(IConfiguration section, TinEyeOptions options) => section.Bind(options);
}
