namespace FakeProfileDetector.FaceTraining.Learning;

/// <summary>Numbers that are learned by Adam (Kingma and Ba, 2015), with decoupled decay.</summary>
internal sealed class Parameters(int count)
{
    private const float Momentum = 0.9f;
    private const float SquareMomentum = 0.999f;

    private readonly float[] _mean = new float[count];
    private readonly float[] _square = new float[count];
    private readonly float[] _average = new float[count];

    internal float[] Values { get; } = new float[count];

    internal float[] Gradient { get; } = new float[count];

    /// <summary>The values' moving average, which does better than the last ones.</summary>
    internal float[] Average => _average;

    internal void Step(int step, float rate, float decay, float averaging)
    {
        var (mean, square) = (1 - MathF.Pow(Momentum, step), 1 - MathF.Pow(SquareMomentum, step));
        for (var i = 0; i < Values.Length; i++)
        {
            var gradient = Gradient[i];
            Gradient[i] = 0;
            _mean[i] = (Momentum * _mean[i]) + ((1 - Momentum) * gradient);
            _square[i] = (SquareMomentum * _square[i]) + ((1 - SquareMomentum) * gradient * gradient);
            Values[i] -= rate * ((_mean[i] / mean / (MathF.Sqrt(_square[i] / square) + 1e-8f)) + (decay * Values[i]));
            _average[i] += averaging * (Values[i] - _average[i]);
        }
    }
}
