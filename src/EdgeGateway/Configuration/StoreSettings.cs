namespace EdgeGateway.Configuration;

/// <summary>Section <c>store</c>: where readings wait, and how they are committed.</summary>
public sealed record StoreSettings
{
    /// <summary>Absolute path; in the file it may be relative to the file's own folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Most readings in one commit, 1 to 100,000; default 2,000.</summary>
    public int CommitReadings { get; init; } = 2_000;

    /// <summary>Bytes of readings and pictures behind which a commit takes no more, 64 KB to 1 GB; default 8 MB.</summary>
    public long CommitBytes { get; init; } = 8L << 20;

    /// <summary>Readings that may wait for a commit before devices are slowed down, 1 to 1,000,000; default 10,000.</summary>
    public int WaitingReadings { get; init; } = 10_000;

    /// <summary>The same in bytes of readings and pictures, 1 MB to 4 GB; default 64 MB.</summary>
    public long WaitingBytes { get; init; } = 64L << 20;

    /// <summary>How many identifiers of devices are remembered to recognise their repeats, 0 to 10,000,000; default 200,000.</summary>
    public int DedupeMost { get; init; } = 200_000;

    /// <summary>How long they are remembered, 1 min to 30 d; default 24 h.</summary>
    public TimeSpan DedupeKeep { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Size that the database may reach, from 64 MB; null for as long as the disk has room.</summary>
    public long? DatabaseMost { get; init; }

    /// <summary>How long and how much each lane keeps.</summary>
    public LaneRules Lanes { get; init; } = new();

    /// <summary>How long and how much of the evidence chain is kept.</summary>
    public EvidenceSettings Evidence { get; init; } = new();

    /// <summary>Bytes of the disk that stay free, from 1 MB; null for 5 % or 1 GB, whichever is smaller.</summary>
    public long? Reserve { get; init; }

    /// <summary>Bytes that are given up on a full disk so that something can be deleted, 0 to 1 GB; default 8 MB, on small disks a 16th.</summary>
    public long Ballast { get; init; } = 8L << 20;

    /// <summary>Bytes that may be written to the disk in its life, from 1 TB; default 150 TB.</summary>
    public long FlashEndurance { get; init; } = 150L << 40;
}
