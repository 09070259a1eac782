namespace FakeProfileDetector.Photos;

/// <summary>Says where the faces in a photo are. It tells nobody's identity: faces are counted and placed, never compared.</summary>
/// <remarks>One that cannot tell throws: the photo is then unusable (<see cref="PhotoUnusableReason.DecoderFailed"/>), for which nobody is accepted.</remarks>
/// <threadsafety>Implementations are called from many threads at once.</threadsafety>
public interface IFaceLocator
{
    /// <summary>Locates the faces of photographed people.</summary>
    /// <param name="luma">The upright picture; not altered. It may have fewer samples than the photo has pixels.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Size and faces in pixels of the photo.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    PictureContent Locate(LumaImage luma, CancellationToken cancellationToken = default);
}
