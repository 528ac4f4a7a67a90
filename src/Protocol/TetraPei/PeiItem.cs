namespace EdgeGateway.Protocol.TetraPei;

/// <summary>What a terminal said, one thing at a time.</summary>
public abstract record PeiItem
{
    private protected PeiItem()
    {
    }
}

/// <summary>The end of an answer.</summary>
/// <param name="Ok">False for ERROR and +CME ERROR.</param>
/// <param name="Code">Of +CME ERROR; null for the others, and where it is no number.</param>
public sealed record PeiFinal(bool Ok, int? Code = null) : PeiItem;

/// <summary>A line that belongs to an answer, or that nobody knows.</summary>
public sealed record PeiText(string Line) : PeiItem;

/// <summary>+CMGS, asked for or later: <c>instance[,status[,reference]]</c>.</summary>
/// <param name="Instance">Which sending it is about.</param>
/// <param name="Status">4 sent over the air, 5 failed; null in the answer to the command.</param>
/// <param name="Reference">Message reference of SDS-TL, 0 to 255.</param>
public sealed record PeiSent(int Instance, int? Status, int? Reference) : PeiItem
{
    public const int OverTheAir = 4;

    public const int Failed = 5;
}

/// <summary>Short data, header and payload.</summary>
/// <param name="Header">As announced.</param>
/// <param name="Data">As many bytes as the announced bits need; bits beyond them are 0.</param>
/// <param name="LengthDiffers">More digits came than were announced, by more than one to fill up a byte; they were cut off.</param>
public sealed record PeiSds(SdsHeader Header, ReadOnlyMemory<byte> Data, bool LengthDiffers) : PeiItem;

/// <summary>Something about a call.</summary>
/// <param name="Kind">Which of the five lines.</param>
/// <param name="Instance">Of the call.</param>
/// <param name="Fields">Everything, the instance first, empty where left out.</param>
public sealed record PeiCall(PeiCallKind Kind, int Instance, IReadOnlyList<string> Fields) : PeiItem;

/// <summary>A line that was dropped.</summary>
/// <param name="Reason">One of <see cref="PeiFaults"/>.</param>
public sealed record PeiFault(string Reason) : PeiItem;

/// <summary>Which line about a call.</summary>
public enum PeiCallKind
{
    /// <summary>+CTICN</summary>
    Incoming,

    /// <summary>+CTXG</summary>
    Grant,

    /// <summary>+CDTXC</summary>
    Ceased,

    /// <summary>+CTCR</summary>
    Released,

    /// <summary>+CTCC</summary>
    Connected,
}
