using EdgeGateway.Protocol.Viid;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>A sentence for each fixed word.</summary>
internal static class ViidFaultWords
{
    public static string Explain(string fault) => fault switch
    {
        ViidFaults.NoJson => "There is no JSON object in the body.",
        ViidFaults.Broken => "The JSON text is broken or cut off.",
        ViidFaults.TooLarge => "The body is longer than 32 MB, or has too many values, or too deep.",
        ViidFaults.Charset => "The bytes are in no character set known here.",
        _ => "The body could not be read.",
    };
}
