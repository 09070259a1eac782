namespace FakeProfileDetector.Index.Kernels;

/// <summary>Work that is compiled for each kernel.</summary>
/// <typeparam name="TResult">What the work gives.</typeparam>
internal interface IKernelConsumer<TResult>
{
    /// <summary>Does the work with one kernel.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <returns>The result.</returns>
    TResult Use<TKernel>()
        where TKernel : struct, IHammingKernel;
}
