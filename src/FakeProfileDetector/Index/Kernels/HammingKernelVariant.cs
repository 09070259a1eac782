namespace FakeProfileDetector.Index.Kernels;

/// <summary>One kernel of the table.</summary>
internal abstract class HammingKernelVariant
{
    /// <summary>The kernel's name.</summary>
    public abstract string Name { get; }

    /// <summary>Whether this processor has the kernel's instructions.</summary>
    public abstract bool IsSupported { get; }

    /// <summary>Does some work with the kernel: one indirect call, then code of its own for kernel and consumer.</summary>
    /// <typeparam name="TConsumer">The kind of work; a struct costs no allocation.</typeparam>
    /// <typeparam name="TResult">What the work gives.</typeparam>
    /// <param name="consumer">The work.</param>
    /// <returns>The result.</returns>
    public abstract TResult Use<TConsumer, TResult>(TConsumer consumer)
        where TConsumer : IKernelConsumer<TResult>, allows ref struct;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
