using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FakeProfileDetector.WebSearch.Budget;

/// <summary>The file's form: two lines of fixed length, written in turns, so that a write that is cut off leaves the other one whole.</summary>
internal static class LedgerSlots
{
    /// <summary>Bytes of a line, with its end.</summary>
    internal const int SlotBytes = 128;

    /// <summary>Bytes of the file.</summary>
    internal const int FileBytes = 2 * SlotBytes;

    private const string Mark = "websearch-ledger-1";
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The latest whole line and its number; null where there is none.</summary>
    internal static (long Number, LedgerState State)? Read(ReadOnlySpan<byte> file)
    {
        (long Number, LedgerState State)? latest = null;
        for (; file.Length >= SlotBytes; file = file[SlotBytes..])
        {
            if (TryRead(file[..SlotBytes]) is { } slot && slot.Number >= (latest?.Number ?? 0))
            {
                latest = slot;
            }
        }

        return latest;
    }

    /// <summary>A line of <see cref="SlotBytes"/>.</summary>
    internal static byte[] Write(long number, in LedgerState state)
    {
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"{Mark} {number} {state.Day.ToString(DayFormat, CultureInfo.InvariantCulture)} {state.Searches} {state.Month.ToString(DayFormat, CultureInfo.InvariantCulture)} {state.Cost}");
        return Encoding.ASCII.GetBytes($"{content} {Checksum(content)}".PadRight(SlotBytes - 1) + '\n');
    }

    /// <summary>Where a line of that number goes.</summary>
    internal static long OffsetOf(long number) => number % 2 * SlotBytes;

    private static (long Number, LedgerState State)? TryRead(ReadOnlySpan<byte> slot)
    {
        var words = Encoding.ASCII.GetString(slot).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words is not [Mark, var number, var day, var searches, var month, var cost, var checksum]
            || checksum != Checksum(string.Join(' ', words[..^1])))
        {
            return null;
        }

        var culture = CultureInfo.InvariantCulture;
        return (
            long.Parse(number, culture),
            new(
                DateOnly.ParseExact(day, DayFormat, culture),
                int.Parse(searches, culture),
                DateOnly.ParseExact(month, DayFormat, culture),
                decimal.Parse(cost, culture)));
    }

    private static string Checksum(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(content)))[..16];
}
