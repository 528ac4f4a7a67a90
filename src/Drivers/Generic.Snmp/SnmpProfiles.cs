using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>The profiles that are shipped, and what an agent must have for each.</summary>
internal static class SnmpProfiles
{
    public static ISnmpProfile Of(DriverContext context, GenericSnmpOptions options, SnmpPeer peer, IReadingSink sink) => options.Profile switch
    {
        SnmpProfileName.Printer => new PrinterProfile(context, options, peer, sink),
        SnmpProfileName.Switch => new SwitchProfile(context, options, peer, sink),
        _ => new CustomProfile(context, options, peer, sink),
    };

    public static (ObjectId Root, string What) RootOf(SnmpProfileName profile) => profile switch
    {
        SnmpProfileName.Printer => (PrinterMib.Root, "Printer-MIB"),
        SnmpProfileName.Switch => (InterfaceMib.Root, "IF-MIB"),
        _ => (SystemMib.Everything, "anything"),
    };
}
