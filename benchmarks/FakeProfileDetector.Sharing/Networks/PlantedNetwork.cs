using FakeProfileDetector.Sharing.Members;

namespace FakeProfileDetector.Sharing.Networks;

/// <summary>Members that are enrolled together.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Members">In an order that tells nothing.</param>
internal sealed record PlantedNetwork(int Number, PlantedMember[] Members);
