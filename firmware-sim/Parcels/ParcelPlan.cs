namespace EdgeGateway.Sim.Parcels;

/// <summary>One parcel that really went through a line: the truth of which scanner, controller and bar code reader tell their parts. Times are true, in whole milliseconds.</summary>
public sealed record ParcelPlan
{
    /// <summary>Number on its line, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The number on its label.</summary>
    public required string Barcode { get; init; }

    /// <summary>What the scanner calls this pass in report and pictures, a DICOM UID of at most 64 characters.</summary>
    public required string ScanUid { get; init; }

    /// <summary>The same for people, at most 16 characters.</summary>
    public required string ScanId { get; init; }

    /// <summary>Begin of the pass.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the machine decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    public required ParcelVerdict Machine { get; init; }

    /// <summary>What the person at the screen said; null when nobody looked.</summary>
    public ParcelVerdict? Operator { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? OperatorAt { get; init; }

    /// <summary>A projected training image: the machine's alarm is none.</summary>
    public bool Tip { get; init; }

    /// <summary>What is in it; null when nothing is.</summary>
    public ParcelThing? Inside { get; init; }

    /// <summary>What the bar code reader read, in order; empty when it missed the label, two or more when it read it again.</summary>
    public required IReadOnlyList<ParcelRead> Reads { get; init; }

    /// <summary>Seed of the pictures and of every further dice this parcel throws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The controller's count, from 1.</summary>
    public long Sequence => Index + 1;
}
