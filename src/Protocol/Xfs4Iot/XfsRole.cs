namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>What a value of a status means for health, alarms and supplies.</summary>
internal enum XfsRole
{
    /// <summary>Worth telling, lowers nothing by itself.</summary>
    Info,

    /// <summary>A part of the device: it may be jammed, inoperable, fading.</summary>
    Part,

    /// <summary>What is used up: full is good.</summary>
    Supply,

    /// <summary>What fills up: full is bad.</summary>
    Bin,

    /// <summary>A sensor that is on or off.</summary>
    Sensor,
    Door,
    Number,
    Flag,
}

/// <param name="Path">As the standard spells it; <c>*</c> stands for a name that the vendor chooses.</param>
/// <param name="Role">What it means.</param>
/// <param name="Words">That the standard has for it; empty for numbers and flags.</param>
internal sealed record XfsRow(string Path, XfsRole Role, IReadOnlyList<string> Words);
