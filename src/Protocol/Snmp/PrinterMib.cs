namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// The columns of a printer that are asked (Printer-MIB, RFC 3805; HOST-RESOURCES-MIB, RFC 2790), and no others: its operator, its service
/// person, its console and its jobs are not among them. The first arc of every index is the printer among what the agent speaks for.
/// </summary>
public static class PrinterMib
{
    public static readonly ObjectId Root = ObjectId.Of("1.3.6.1.2.1.43");

    public static readonly ObjectId Status = ObjectId.Of("1.3.6.1.2.1.25.3.5.1.1");
    public static readonly ObjectId DetectedErrors = ObjectId.Of("1.3.6.1.2.1.25.3.5.1.2");

    public static readonly ObjectId CoverDescription = ObjectId.Of("1.3.6.1.2.1.43.6.1.1.2");
    public static readonly ObjectId CoverStatus = ObjectId.Of("1.3.6.1.2.1.43.6.1.1.3");

    public static readonly ObjectId InputUnit = ObjectId.Of("1.3.6.1.2.1.43.8.2.1.8");
    public static readonly ObjectId InputMaxCapacity = ObjectId.Of("1.3.6.1.2.1.43.8.2.1.9");
    public static readonly ObjectId InputCurrentLevel = ObjectId.Of("1.3.6.1.2.1.43.8.2.1.10");
    public static readonly ObjectId InputStatus = ObjectId.Of("1.3.6.1.2.1.43.8.2.1.11");
    public static readonly ObjectId InputName = ObjectId.Of("1.3.6.1.2.1.43.8.2.1.13");

    public static readonly ObjectId MarkerCounterUnit = ObjectId.Of("1.3.6.1.2.1.43.10.2.1.3");
    public static readonly ObjectId MarkerLifeCount = ObjectId.Of("1.3.6.1.2.1.43.10.2.1.4");
    public static readonly ObjectId MarkerStatus = ObjectId.Of("1.3.6.1.2.1.43.10.2.1.15");

    public static readonly ObjectId SupplyClass = ObjectId.Of("1.3.6.1.2.1.43.11.1.1.4");
    public static readonly ObjectId SupplyType = ObjectId.Of("1.3.6.1.2.1.43.11.1.1.5");
    public static readonly ObjectId SupplyDescription = ObjectId.Of("1.3.6.1.2.1.43.11.1.1.6");
    public static readonly ObjectId SupplyUnit = ObjectId.Of("1.3.6.1.2.1.43.11.1.1.7");
    public static readonly ObjectId SupplyMaxCapacity = ObjectId.Of("1.3.6.1.2.1.43.11.1.1.8");
    public static readonly ObjectId SupplyLevel = ObjectId.Of("1.3.6.1.2.1.43.11.1.1.9");

    public static readonly ObjectId AlertSeverity = ObjectId.Of("1.3.6.1.2.1.43.18.1.1.2");
    public static readonly ObjectId AlertGroup = ObjectId.Of("1.3.6.1.2.1.43.18.1.1.4");
    public static readonly ObjectId AlertGroupIndex = ObjectId.Of("1.3.6.1.2.1.43.18.1.1.5");
    public static readonly ObjectId AlertCode = ObjectId.Of("1.3.6.1.2.1.43.18.1.1.7");
    public static readonly ObjectId AlertDescription = ObjectId.Of("1.3.6.1.2.1.43.18.1.1.8");

    /// <summary>Tables whose rows have one index: the printer.</summary>
    public static readonly IReadOnlyList<ObjectId> Printers = [Status, DetectedErrors];

    public static readonly IReadOnlyList<ObjectId> Covers = [CoverDescription, CoverStatus];

    public static readonly IReadOnlyList<ObjectId> Inputs = [InputUnit, InputMaxCapacity, InputCurrentLevel, InputStatus, InputName];

    public static readonly IReadOnlyList<ObjectId> Markers = [MarkerCounterUnit, MarkerLifeCount, MarkerStatus];

    public static readonly IReadOnlyList<ObjectId> Supplies = [SupplyClass, SupplyType, SupplyDescription, SupplyUnit, SupplyMaxCapacity, SupplyLevel];

    public static readonly IReadOnlyList<ObjectId> Alerts = [AlertSeverity, AlertGroup, AlertGroupIndex, AlertCode, AlertDescription];
}
