using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>One record in memory. An open one has all its parts, a closed one only what recognises what still comes for it. Guarded by the stage's lock.</summary>
internal sealed class KeptParcel(long number, StationSettings station, string recordId)
{
    private readonly List<PartMark> _marks = [];
    private List<(ToldPart Part, IReadOnlyList<Attachment> Files)> _files = [];

    public long Number => number;

    public StationSettings Station => station;

    public string RecordId => recordId;

    public IReadOnlyList<PartMark> Marks => _marks;

    /// <summary>Null while it is closed: then it lies on disk only.</summary>
    public ToldParcel? Told { get; set; }

    public bool IsOpen => Told is not null;

    public long Revision { get; set; }

    /// <summary>Version, revision and end of the last reading that is on disk.</summary>
    public int Version { get; set; }

    public long ToldRevision { get; set; }

    public bool IsFinal { get; set; }

    /// <summary>Whether the last reading, on disk or on its way, was an alarm.</summary>
    public bool IsAlarm { get; set; }

    /// <summary>What holds as of the last part.</summary>
    public string? Result { get; set; }

    public Flight? Flight { get; set; }

    /// <summary>Another reading is to follow the one on its way at once.</summary>
    public bool Again { get; set; }

    /// <summary>Completes with the next reading but the one on its way; null when nobody waits for it.</summary>
    public TaskCompletionSource<Emitted>? Next { get; set; }

    /// <summary>When a reading is due at the latest, by the monotonic clock; null when nothing is to be told.</summary>
    public long? DueAt { get; set; }

    /// <summary>When the first part came, by the monotonic clock.</summary>
    public long BeganAt { get; init; }

    /// <summary>When the last part came, by the monotonic clock.</summary>
    public long HeardAt { get; set; }

    /// <summary>Since when its scan is known here, by the monotonic clock; after a start since that. Null while it has none.</summary>
    public long? ScannedAt { get; set; }

    /// <summary>An alarm that nobody needs to be told of yet: a scan beside it has alarmed, and it is to be seen whether this is the same one.</summary>
    public bool IsHeld { get; set; }

    public DateTimeOffset ClosedAt { get; set; }

    public ParcelFacts Facts { get; set; }

    /// <summary>Completes when all parts so far are on disk.</summary>
    public Task Safe { get; set; } = Task.CompletedTask;

    /// <summary>Numbers of records that went over into this one and may still lie on disk; every write drops them until one is done.</summary>
    public List<long> Gone { get; } = [];

    /// <summary>Whether files of a part are not on disk; that of a closed record says <see cref="ToldPart.Unstored"/>.</summary>
    public bool LacksFiles { get; set; }

    public bool HasAttachments => _files.Count > 0;

    public bool IsFull => _marks.Count >= ToldParcel.MostParts;

    public bool IsScanned => Has(PartKind.Scan);

    /// <summary>Whether it may still go over into the record of a scan: nothing was told of it, and only its time can place it.</summary>
    public bool IsLoose => IsOpen && Version == 0 && Flight is null && !HasAttachments && _marks.TrueForAll(static mark => mark.Kind is PartKind.Barcode or PartKind.Plc);

    /// <summary>Whether the platform was told that it is final, or is being told.</summary>
    public bool IsCalledFinal => IsFinal || Flight is { Final: true };

    public bool Has(PartKind kind) => _marks.Exists(mark => mark.Kind == kind);

    public void Mark(PartMark mark) => _marks.Add(mark);

    /// <param name="part">The very object that is in <see cref="Told"/>.</param>
    /// <param name="files">Its files; they go with the next reading.</param>
    public void Attach(ToldPart part, IReadOnlyList<Attachment> files)
    {
        if (files.Count > 0)
        {
            _files.Add((part, files));
            LacksFiles = true;
        }
    }

    /// <summary>Whether its files are here or on their way.</summary>
    public bool Holds(ToldPart part) => Underway().Contains(part, ReferenceEqualityComparer.Instance);

    /// <summary>What is told when all files that are here or on their way are on disk.</summary>
    public ToldParcel Ready() => PartFiles.Stored(Told!, Underway());

    public (IReadOnlyList<ToldPart> Carried, IReadOnlyList<Attachment> Files) TakeAttachments()
    {
        var taken = _files;
        _files = [];
        return ([.. taken.Select(static one => one.Part)], [.. taken.SelectMany(static one => one.Files).DistinctBy(static attachment => attachment.Sha256)]);
    }

    public ParcelRow Row(ReadOnlyMemory<byte> body) => new(number, Revision, Version, ToldRevision, IsFinal, body);

    private ToldPart[] Underway() => [.. _files.Select(static one => one.Part), .. Flight?.Carried ?? []];
}
