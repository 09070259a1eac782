using System.Text.Json.Serialization;

namespace FakeProfileDetector;

/// <summary>What the evidence amounts to, in rising order of suspicion. There is no "safe": a clean search is not proof.</summary>
/// <remarks>Compare by order, such as <c>verdict >= AuthenticityVerdict.Suspicious</c>; later versions may add values in between.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<AuthenticityVerdict>))]
public enum AuthenticityVerdict
{
    /// <summary>Too little is known to say anything.</summary>
    InsufficientEvidence = 0,

    /// <summary>What is known does not speak for a fake.</summary>
    NoAdverseEvidence = 100,

    /// <summary>Some evidence of a fake; a person should look.</summary>
    Suspicious = 200,

    /// <summary>More likely fake than genuine, by a margin.</summary>
    LikelyFake = 300,
}
