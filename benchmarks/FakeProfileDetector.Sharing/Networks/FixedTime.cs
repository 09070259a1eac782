using FakeProfileDetector.Sharing.Histories;

namespace FakeProfileDetector.Sharing.Networks;

/// <summary>The moment at which all accounts were observed.</summary>
internal sealed class FixedTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => HistoryPool.Now;
}
