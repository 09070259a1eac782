namespace FakeProfileDetector.OnnxRuntime;

/// <summary>How a face detection model states what it found.</summary>
public enum OnnxFaceModelLayout
{
    /// <summary>
    /// Two outputs, as of UltraFace: scores [1, N, 2], of which the second is a face's, and boxes [1, N, 4], the left, top, right
    /// and bottom edges as shares of the input's sides. Overlapping boxes may be in it.
    /// </summary>
    ScoresAndBoxes,

    /// <summary>
    /// Outputs cls_S, obj_S and bbox_S for the strides S of 8, 16 and 32, as of YuNet in the releases of 2022 and later: two scores for each cell of S × S pixels,
    /// and a box relative to the cell. Other outputs, such as landmarks, are not read.
    /// </summary>
    YuNet,
}
