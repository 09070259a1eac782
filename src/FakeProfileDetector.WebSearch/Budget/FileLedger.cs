using System.Diagnostics.CodeAnalysis;

namespace FakeProfileDetector.WebSearch.Budget;

/// <summary>A ledger in a file, which several processes of one machine may share.</summary>
/// <remarks>The open file is the lock: whoever has it open keeps all others out, and a process that dies lets go of it.</remarks>
[SuppressMessage(
    "Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Without a wait handle the semaphore holds nothing to free.")]
internal sealed class FileLedger(string path) : ISearchLedger
{
    // The file is held for a write to the disk; a minute of turns is far more than a queue of processes needs.
    private const int Attempts = 2000;
    private const int ShortestWait = 5;
    private const int LongestWait = 50;

    private readonly SemaphoreSlim _turn = new(1);

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public async ValueTask<bool> ChangeAsync(Func<LedgerState, LedgerState?> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var file = await OpenAsync(cancellationToken).ConfigureAwait(false);
            return Change(file, change);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static bool Change(FileStream file, Func<LedgerState, LedgerState?> change)
    {
        var bytes = new byte[LedgerSlots.FileBytes];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var (number, state) = length == 0
            ? default
            : LedgerSlots.Read(bytes.AsSpan(0, length)) ?? throw new InvalidDataException("The file is damaged or no ledger of searches.");
        if (change(state) is not { } changed)
        {
            return false;
        }

        number++;
        file.Position = LedgerSlots.OffsetOf(number);
        file.Write(LedgerSlots.Write(number, changed));
        file.Flush(flushToDisk: true);
        return true;
    }

    private async ValueTask<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException e) when (attempt < Attempts && e is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(Random.Shared.Next(ShortestWait, LongestWait), cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
