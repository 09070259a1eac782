using System.Text.Json.Serialization;

namespace FakeProfileDetector;

/// <summary>What to do about a profile: a recommendation to a person, not a decision.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecommendedAction>))]
public enum RecommendedAction
{
    /// <summary>Nothing is recommended: the detector only observes, see <see cref="DetectorMode.Observe"/>.</summary>
    None,

    /// <summary>Accept the connection request or sign-up.</summary>
    Accept,

    /// <summary>Let a person look first.</summary>
    Review,

    /// <summary>Report the profile as fake.</summary>
    Report,
}
