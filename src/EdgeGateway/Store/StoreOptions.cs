using EdgeGateway.Configuration;
using EdgeGateway.Store.Evidence;
using EdgeGateway.Store.Retention;
using EdgeGateway.Telemetry.Clock;

namespace EdgeGateway.Store;

/// <summary>Where the store lives and how much it takes on at once.</summary>
public sealed record StoreOptions
{
    /// <summary>Holds <c>store.db</c>, <c>store.lock</c> and <c>media/</c>; made when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>Gateway id: the first part of every reading's id.</summary>
    public required string Gateway { get; init; }

    /// <summary>Site code, for the readings the store itself makes.</summary>
    public string Site { get; init; } = "";

    /// <summary>Most readings in one commit, from 1. Default 2,000.</summary>
    public int CommitReadings { get; init; } = 2_000;

    /// <summary>Bytes of readings and files behind which a commit takes no more, from 1. Default 8 MiB.</summary>
    public long CommitBytes { get; init; } = 8L << 20;

    /// <summary>Readings that may wait for a commit before a caller waits at the door, from 1. Default 10,000.</summary>
    public int WaitingReadings { get; init; } = 10_000;

    /// <summary>The same in bytes of readings and files, from 1. Default 64 MiB.</summary>
    public long WaitingBytes { get; init; } = 64L << 20;

    /// <summary>Native keys that are remembered; the oldest is forgotten first. Default 200,000.</summary>
    public int DedupeMost { get; init; } = 200_000;

    /// <summary>How long a native key is remembered, in running time. Default 24 hours.</summary>
    public TimeSpan DedupeKeep { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Pause between two slices of the walk over all rows and files that goes on in the background. Default 50 ms.</summary>
    public TimeSpan CheckPause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>From the end of one walk to the next. Default 24 hours.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Size that the database may reach, in bytes; null for as long as the disk has room.</summary>
    public long? DatabaseMost { get; init; }

    /// <summary>How long and how much each lane keeps.</summary>
    public LaneRules Lanes { get; init; } = new();

    /// <summary>Bytes of the disk that stay free; null for 5 % or 1 GB, whichever is smaller.</summary>
    public long? Reserve { get; init; }

    /// <summary>Bytes that are given up on a full disk so that something can be deleted; 0 for none. Default 8 MiB, on small disks a 16th.</summary>
    public long Ballast { get; init; } = 8L << 20;

    /// <summary>Bytes that may be written to the disk in its life, for the projection of its end. Default 150 TB.</summary>
    public long FlashEndurance { get; init; } = 150L << 40;

    /// <summary>How long and how much of the evidence chain is kept.</summary>
    public EvidenceRule Evidence { get; init; } = EvidenceRule.Standard;

    /// <summary>Tells how full the disk is.</summary>
    public IDiskGauge Disk { get; init; } = new DiskGauge();

    /// <summary>Judge of the clock for the gateway's own readings; null for a clock that nobody judges.</summary>
    public IClockJudge? Clock { get; init; }

    /// <summary>Bytes of a page of the database.</summary>
    internal const int PageBytes = 4096;
}
