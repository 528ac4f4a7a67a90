using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Objects that name people, or what people print: settings cannot ask for them either.</summary>
internal static class PersonalObjects
{
    private static readonly ObjectId[] s_roots =
    [
        ObjectId.Of("1.3.6.1.2.1.1.4"), // sysContact
        ObjectId.Of("1.3.6.1.2.1.1.6"), // sysLocation
        ObjectId.Of("1.3.6.1.2.1.25.4"), // hrSWRun: programs that run, with their arguments
        ObjectId.Of("1.3.6.1.2.1.43.5.1.1.4"), // prtGeneralCurrentOperator
        ObjectId.Of("1.3.6.1.2.1.43.5.1.1.5"), // prtGeneralServicePerson
        ObjectId.Of("1.3.6.1.2.1.43.16"), // prtConsole: shows who prints
        ObjectId.Of("1.3.6.1.4.1.2699.1.1"), // Job Monitoring MIB (RFC 2707)
    ];

    public static bool IsOne(ObjectId id) => Array.Exists(s_roots, id.IsBelow);
}
