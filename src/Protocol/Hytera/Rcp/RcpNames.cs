namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Names of numbers of radio control.</summary>
public static class RcpNames
{
    /// <param name="service">What a repeater carries (B845).</param>
    /// <returns>Null when it is not known.</returns>
    public static string? Carried(int service) => service switch
    {
        0 => "none",
        1 => "voice",
        2 => "tmp",
        3 => "lp",
        4 => "rrs",
        5 => "tp",
        6 => "supplementary",
        7 => "end-to-end",
        0x1F => "phone",
        _ => null,
    };

    /// <returns>Null when it is not known.</returns>
    public static string? ChannelMode(int mode) => mode switch
    {
        0 => "conventional digital",
        1 => "conventional analogue",
        2 => "repeater digital",
        3 => "repeater analogue",
        4 => "trunking digital",
        5 => "trunking analogue",
        _ => null,
    };
}
