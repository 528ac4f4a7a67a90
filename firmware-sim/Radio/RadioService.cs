namespace EdgeGateway.Sim.Radio;

/// <summary>Services of the data port that the twins speak (pdt-radio.md section 4), by their number on the wire.</summary>
public enum RadioService : byte
{
    Rcp = 0x02,
    Lp = 0x08,
    Tmp = 0x09,
    Rrs = 0x11,
}
