namespace EdgeGateway.Protocol.Dicos;

/// <summary>SOP classes that are read (xray.md section 1.4). Body imagers and quadrupole resonance are not: what they show is a person, or no parcel.</summary>
public static class DicosClasses
{
    public const string Ct = "1.2.840.10008.5.1.4.1.1.501.1";
    public const string DxForPresentation = "1.2.840.10008.5.1.4.1.1.501.2.1";
    public const string DxForProcessing = "1.2.840.10008.5.1.4.1.1.501.2.2";
    public const string Tdr = "1.2.840.10008.5.1.4.1.1.501.3";
    public const string MedicalCt = "1.2.840.10008.5.1.4.1.1.2";
    public const string MedicalDx = "1.2.840.10008.5.1.4.1.1.1.1";
    public const string MedicalDxForProcessing = "1.2.840.10008.5.1.4.1.1.1.1.1";
    public const string MedicalCr = "1.2.840.10008.5.1.4.1.1.1";

    /// <returns><c>TDR</c>, <c>DX</c>, <c>CT</c>; null when the object is none of these.</returns>
    public static string? KindOf(string? sopClass, bool acceptMedical) => sopClass switch
    {
        Tdr => "TDR",
        Ct => "CT",
        DxForPresentation or DxForProcessing => "DX",
        MedicalCt when acceptMedical => "CT",
        MedicalDx or MedicalDxForProcessing or MedicalCr when acceptMedical => "DX",
        _ => null,
    };
}
