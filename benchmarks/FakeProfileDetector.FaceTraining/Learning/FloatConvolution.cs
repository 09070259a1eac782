using FakeProfileDetector.Photos.Faces.Kernels;

namespace FakeProfileDetector.FaceTraining.Learning;

/// <summary>A layer while it learns: a convolution with a clipped ReLU, and its gradients, for batches of one size of input.</summary>
internal sealed class FloatConvolution
{
    private readonly bool _clipped;
    private float[] _columns = [];
    private float[] _columnGradients = [];

    internal FloatConvolution(int side, int stride, int inputs, int outputs, bool clipped, Random random)
    {
        (Side, Stride, Inputs, Outputs, _clipped) = (side, stride, inputs, outputs, clipped);
        Run = side * side * inputs;
        Weights = new Parameters(Run * outputs);
        Biases = new Parameters(outputs);
        var scale = Math.Sqrt((clipped ? 2.0 : 0.5) / Run);
        for (var i = 0; i < Weights.Values.Length; i++)
        {
            Weights.Values[i] = (float)(scale * Gaussian(random));
        }
    }

    internal int Side { get; }

    internal int Stride { get; }

    internal int Inputs { get; }

    internal int Outputs { get; }

    internal bool Clipped => _clipped;

    internal int Run { get; }

    internal Parameters Weights { get; }

    internal Parameters Biases { get; }

    internal float[] Output { get; private set; } = [];

    internal float[] OutputGradient { get; private set; } = [];

    internal int OutputSide { get; private set; }

    internal void Forward(float[] input, int inputSide, int batch)
    {
        OutputSide = ((inputSide - Side) / Stride) + 1;
        var pixels = batch * OutputSide * OutputSide;
        Grow(pixels);
        Unfold(input, inputSide, batch);
        Output.AsSpan(0, pixels * Outputs).Clear();
        Gemm.Add(_columns, Run, 1, Weights.Values, Output, pixels, Run, Outputs);
        const float Ceiling = ConvolutionLayer.Ceiling / (float)(1 << ConvolutionLayer.ValueBits);
        for (var i = 0; i < pixels; i++)
        {
            var row = Output.AsSpan(i * Outputs, Outputs);
            for (var k = 0; k < row.Length; k++)
            {
                var value = row[k] + Biases.Values[k];
                row[k] = _clipped ? Math.Clamp(value, 0, Ceiling) : value;
            }
        }
    }

    /// <summary>Adds to the gradients of the parameters; gives the gradient of the input unless null.</summary>
    internal void Backward(int inputSide, int batch, float[]? inputGradient)
    {
        const float Ceiling = ConvolutionLayer.Ceiling / (float)(1 << ConvolutionLayer.ValueBits);
        var pixels = batch * OutputSide * OutputSide;
        for (var i = 0; i < pixels * Outputs; i++)
        {
            if (_clipped && (Output[i] <= 0 || Output[i] >= Ceiling))
            {
                OutputGradient[i] = 0;
            }

            Biases.Gradient[i % Outputs] += OutputGradient[i];
        }

        Gemm.Add(_columns, 1, Run, OutputGradient, Weights.Gradient, Run, pixels, Outputs);
        if (inputGradient is null)
        {
            return;
        }

        var transposed = new float[Outputs * Run];
        for (var i = 0; i < Run; i++)
        {
            for (var k = 0; k < Outputs; k++)
            {
                transposed[(k * Run) + i] = Weights.Values[(i * Outputs) + k];
            }
        }

        _columnGradients.AsSpan(0, pixels * Run).Clear();
        Gemm.Add(OutputGradient, Outputs, 1, transposed, _columnGradients, pixels, Outputs, Run);
        Fold(inputGradient, inputSide, batch);
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private void Grow(int pixels)
    {
        if (Output.Length < pixels * Outputs)
        {
            Output = new float[pixels * Outputs];
            OutputGradient = new float[pixels * Outputs];
            _columns = new float[pixels * Run];
            _columnGradients = new float[pixels * Run];
        }
    }

    private void Unfold(float[] input, int inputSide, int batch)
    {
        var (run, at) = (Side * Inputs, 0);
        for (var sample = 0; sample < batch; sample++)
        {
            for (var y = 0; y < OutputSide; y++)
            {
                for (var x = 0; x < OutputSide; x++)
                {
                    for (var row = 0; row < Side; row++, at += run)
                    {
                        input.AsSpan(InputIndex(sample, x, y, row, inputSide), run).CopyTo(_columns.AsSpan(at));
                    }
                }
            }
        }
    }

    private void Fold(float[] inputGradient, int inputSide, int batch)
    {
        inputGradient.AsSpan(0, batch * inputSide * inputSide * Inputs).Clear();
        var (run, at) = (Side * Inputs, 0);
        for (var sample = 0; sample < batch; sample++)
        {
            for (var y = 0; y < OutputSide; y++)
            {
                for (var x = 0; x < OutputSide; x++)
                {
                    for (var row = 0; row < Side; row++, at += run)
                    {
                        var target = inputGradient.AsSpan(InputIndex(sample, x, y, row, inputSide), run);
                        System.Numerics.Vector<float> sum;
                        var k = 0;
                        for (; k <= run - System.Numerics.Vector<float>.Count; k += System.Numerics.Vector<float>.Count)
                        {
                            sum = new System.Numerics.Vector<float>(target[k..]) + new System.Numerics.Vector<float>(_columnGradients.AsSpan(at + k));
                            sum.CopyTo(target[k..]);
                        }

                        for (; k < run; k++)
                        {
                            target[k] += _columnGradients[at + k];
                        }
                    }
                }
            }
        }
    }

    private int InputIndex(int sample, int x, int y, int row, int inputSide) =>
        ((((sample * inputSide) + (y * Stride) + row) * inputSide) + (x * Stride)) * Inputs;
}
