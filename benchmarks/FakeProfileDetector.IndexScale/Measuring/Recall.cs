namespace FakeProfileDetector.IndexScale.Measuring;

/// <summary>Neighbors that had to be found, and those that were.</summary>
internal readonly record struct Recall(long Found, long Expected)
{
    internal long Missed => Expected - Found;

    public static Recall operator +(Recall left, Recall right) => new(left.Found + right.Found, left.Expected + right.Expected);

    internal Recall With(bool isFound) => new(Found + (isFound ? 1 : 0), Expected + 1);

    public override string ToString() => Expected == 0 ? "-" : Missed == 0 ? "1.000" : $"{(double)Found / Expected:F6}";
}
