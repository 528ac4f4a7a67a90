namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>What a service told by itself (kiosk.md sections 2.1 and 2.2).</summary>
public sealed record XfsFact
{
    public required XfsFactKind Kind { get; init; }

    /// <summary>What of the status is another now, to be laid over it with <see cref="XfsTree.With"/>; empty when it says nothing about it.</summary>
    public XfsTree Change { get; init; } = XfsTree.Empty;

    /// <summary>What of the storage is another now; null when it says nothing about it.</summary>
    public XfsStorage? Storage { get; init; }

    /// <summary>Of <see cref="XfsFactKind.Error"/>.</summary>
    public XfsError? Error { get; init; }

    /// <summary>Its own words, such as <c>position</c> and <c>from</c>; only those of the tables.</summary>
    public IReadOnlyDictionary<string, XfsValue> Words { get; init; } = new Dictionary<string, XfsValue>();

    /// <summary>The status should be asked for now.</summary>
    public bool AsksStatus { get; init; }

    /// <summary>The storage should be asked for now.</summary>
    public bool AsksStorage { get; init; }
}

/// <summary>Kinds of <see cref="XfsFact"/>.</summary>
public enum XfsFactKind
{
    StatusChanged,
    Error,

    /// <summary>A supply or a bin passed a mark; <see cref="XfsFact.Change"/> says which.</summary>
    Threshold,

    /// <summary>A card, a sheet or a note was put in, taken, presented or drawn back.</summary>
    Media,

    /// <summary>A bin was taken out or put in.</summary>
    Bin,
    Shutter,
    Door,
    StorageChanged,

    /// <summary>A technician took the kiosk over, or gave it back.</summary>
    VendorMode,

    /// <summary>What says nothing that is to be told.</summary>
    Other,
}

/// <summary>Payload of <c>Common.ErrorEvent</c>.</summary>
/// <param name="Cause"><c>hardware</c>, <c>software</c>, <c>user</c>, <c>fraudAttempt</c>; open set, null when absent.</param>
/// <param name="Action"><c>reset</c>, <c>softwareError</c>, <c>configuration</c>, <c>clear</c>, <c>maintenance</c>, <c>suspend</c>; open set, null when absent.</param>
/// <param name="VendorCode">Such as <c>E1207</c>; null when its text begins with none.</param>
/// <param name="Text">The vendor's text, scrubbed.</param>
public sealed record XfsError(XfsValue? Cause, XfsValue? Action, string? VendorCode, string? Text);
