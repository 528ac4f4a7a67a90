namespace EdgeGateway.Protocol.TetraPei;

/// <summary>Names for the numbers of +CME ERROR (pdt-radio.md section 10).</summary>
public static class CmeErrors
{
    /// <summary>What terminals answer to the first bytes after they were switched on (Q16).</summary>
    public const int Syntax = 35;

    /// <summary>A short word; one that is not listed keeps its number.</summary>
    public static string Name(int? code) => code switch
    {
        null => "error",
        30 => "out-of-service",
        31 => "no-layer-2-acknowledgement",
        33 => "wrong-type",
        34 => "out-of-range",
        Syntax => "syntax",
        37 => "data-timeout",
        41 => "transmit-inhibited",
        42 => "busy-signalling",
        _ => FormattableString.Invariant($"cme-{code}"),
    };

    /// <summary>The terminal wants a PIN or does not take it. These numbers are GSM's; no source confirms them for TETRA.</summary>
    public static bool IsLocked(int? code) => code is 11 or 12 or 16;
}
