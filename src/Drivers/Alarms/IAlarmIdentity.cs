namespace EdgeGateway.Drivers.Alarms;

/// <summary>What tells one alarm of a device from another.</summary>
public interface IAlarmIdentity
{
    /// <summary>Of what it is one: a complete list of a scope ends what it does not hold.</summary>
    string Scope { get; }

    /// <summary>What makes it the same alarm in the next list of its scope; short, because it is remembered.</summary>
    string Key { get; }

    /// <summary>An alarm that changes it begins anew.</summary>
    string Severity { get; }
}
