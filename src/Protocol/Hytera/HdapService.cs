namespace EdgeGateway.Protocol.Hytera;

/// <summary>Whose message it is (pdt-radio.md section 4). Only RCP is little endian.</summary>
public enum HdapService : byte
{
    /// <summary>Radio control.</summary>
    Rcp = 0x02,

    /// <summary>Location.</summary>
    Lp = 0x08,

    /// <summary>Text and short data.</summary>
    Tmp = 0x09,

    /// <summary>Presence.</summary>
    Rrs = 0x11,

    /// <summary>Telemetry.</summary>
    Tp = 0x12,

    /// <summary>File transfer.</summary>
    Dtp = 0x13,

    /// <summary>Delivery state.</summary>
    Dds = 0x14,
}
