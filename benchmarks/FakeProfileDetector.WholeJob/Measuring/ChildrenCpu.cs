using System.Globalization;

namespace FakeProfileDetector.WholeJob.Measuring;

/// <summary>Processor time of the processes that this one started and that have ended.</summary>
internal static class ChildrenCpu
{
    private const string Status = "/proc/self/stat";
    private const double TicksPerSecond = 100;

    // After the name in parentheses come 13 fields, then the children's time in user mode and in the kernel (proc(5)).
    private const int UserField = 13;

    /// <summary>In seconds, to a hundredth; null where the system does not tell.</summary>
    internal static double? Seconds
    {
        get
        {
            if (!File.Exists(Status))
            {
                return null;
            }

            var text = File.ReadAllText(Status);
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (Ticks(fields[UserField]) + Ticks(fields[UserField + 1])) / TicksPerSecond;
        }
    }

    private static double Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
