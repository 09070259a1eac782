using System.Runtime.InteropServices;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Tells when every search that may still see replaced memory has ended, without searches waiting for anything.</summary>
/// <remarks>
/// Epoch-based reclamation (K. Fraser, "Practical lock-freedom", 2004). A reader announces the epoch in which it entered, in one
/// of several counters a cache line apart, so that threads do not fight for one. Whoever replaced something begins the next
/// epoch and waits for a grace period: until the counters of the last epoch are at zero. Two epochs suffice, as only one writer
/// at a time waits.
/// </remarks>
/// <threadsafety>All members may be called from many threads at once; <see cref="WaitForReaders"/> never from within a reader.</threadsafety>
internal sealed class ReaderEpochs
{
    private const int StripeCount = 64;

    private readonly Stripe[] _readers = new Stripe[2 * StripeCount];
    private readonly Lock _advancing = new();
    private int _epoch;

    /// <summary>Begins reading.</summary>
    /// <returns>What <see cref="Exit"/> wants.</returns>
    internal int Enter()
    {
        var stripe = Environment.CurrentManagedThreadId % StripeCount;
        while (true)
        {
            var epoch = Volatile.Read(ref _epoch);
            var ticket = (epoch * StripeCount) + stripe;
            Interlocked.Increment(ref _readers[ticket].Count);

            // If the epoch ended in between, whoever waits may have missed this reader: try again in the new one.
            if (Volatile.Read(ref _epoch) == epoch)
            {
                return ticket;
            }

            Interlocked.Decrement(ref _readers[ticket].Count);
        }
    }

    internal void Exit(int ticket) => Interlocked.Decrement(ref _readers[ticket].Count);

    /// <summary>Waits until everybody who had entered before has left.</summary>
    internal void WaitForReaders()
    {
        lock (_advancing)
        {
            var old = _epoch;
            Interlocked.Exchange(ref _epoch, 1 - old);
            var wait = default(SpinWait);
            for (var i = 0; i < StripeCount; i++)
            {
                while (Volatile.Read(ref _readers[(old * StripeCount) + i].Count) != 0)
                {
                    wait.SpinOnce();
                }
            }
        }
    }

    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Stripe
    {
        public int Count;
    }
}
