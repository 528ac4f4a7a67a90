namespace EdgeGateway.Drivers.Transport;

/// <summary>The parity bit of a serial line.</summary>
public enum SerialParity
{
    None,
    Odd,
    Even,
}
