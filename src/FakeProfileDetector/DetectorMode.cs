using System.Text.Json.Serialization;

namespace FakeProfileDetector;

/// <summary>Whether what is found is recommended to be acted on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DetectorMode>))]
public enum DetectorMode
{
    /// <summary>Reports recommend an action.</summary>
    Enforce,

    /// <summary>
    /// Shadow mode: everything is computed and reported as ever, but <see cref="AuthenticityReport.RecommendedAction"/> is
    /// <see cref="RecommendedAction.None"/>, so that nothing is acted on while the detector is being judged.
    /// </summary>
    Observe,
}
