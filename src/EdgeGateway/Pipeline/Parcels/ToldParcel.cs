namespace EdgeGateway.Pipeline.Parcels;

/// <summary>One parcel's record as it is kept: who speaks for it, and every part in the order of arrival.</summary>
public sealed record ToldParcel
{
    /// <summary>Most parts of one record; what comes beyond begins another.</summary>
    public const int MostParts = 64;

    /// <summary>A UUID of version 7.</summary>
    public required string RecordId { get; init; }

    /// <summary>Code of the station.</summary>
    public required string Station { get; init; }

    public required IReadOnlyList<ToldPart> Parts { get; init; }

    /// <summary>Under which device its readings go out; null until the first one does, the same from then on.</summary>
    public string? Speaker { get; init; }

    /// <summary>What happened to the record itself, for example <c>REOPENED</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    public ToldParcel With(ToldPart part) => this with { Parts = [.. Parts, part] };

    public ToldParcel Flagged(string flag) => Flags.Contains(flag) ? this : this with { Flags = [.. Flags, flag] };
}
