namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>How a radio is wired to the gateway (pdt-radio.md section 1).</summary>
public enum HyteraRadioMode
{
    /// <summary>HRNP on a serial line or behind a serial server.</summary>
    Serial,

    /// <summary>HRNP on one UDP port.</summary>
    UdpHrnp,

    /// <summary>Bare messages on a UDP port for each service, and HRNP on that of radio control.</summary>
    Udp,
}
