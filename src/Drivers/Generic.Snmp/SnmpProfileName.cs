namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>What sort of device is asked.</summary>
public enum SnmpProfileName
{
    /// <summary>Printer-MIB and HOST-RESOURCES-MIB.</summary>
    Printer,

    /// <summary>IF-MIB.</summary>
    Switch,

    /// <summary>Objects that the settings name.</summary>
    Custom,
}
