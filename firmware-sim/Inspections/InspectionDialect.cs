namespace EdgeGateway.Sim.Inspections;

/// <summary>In which words a scanner speaks. None is a vendor's: nothing of their bodies is public (xray.md section 2).</summary>
public enum InspectionDialect
{
    /// <summary>JSON; from a Dahua scanner in the member names of its SDK.</summary>
    Json,

    /// <summary>From a Dahua scanner key=value lines, from a Hikvision one XML; other names, other nesting.</summary>
    Text,
}
