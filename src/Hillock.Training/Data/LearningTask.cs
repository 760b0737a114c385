namespace Hillock.Training;

/// <summary>What is to be predicted; it decides the outputs of a network and its loss.</summary>
public enum LearningTask
{
    /// <summary>A value: one output, squared error.</summary>
    Regression,

    /// <summary>One of two classes: one logit, binary cross-entropy; targets are 0 and 1.</summary>
    Binary,

    /// <summary>One of several classes: a logit for each, softmax cross-entropy; targets are class indices 0, 1, 2…</summary>
    Classes,
}
