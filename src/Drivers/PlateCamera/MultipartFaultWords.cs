using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Drivers.PlateCamera;

/// <summary>A sentence for each fixed word of a stream in parts.</summary>
internal static class MultipartFaultWords
{
    /// <returns>Null when it is no word of such a stream.</returns>
    public static string? Explain(string fault) => fault switch
    {
        MultipartFaults.Garbage => "Bytes stood where a boundary line was due; they were skipped.",
        MultipartFaults.BoundaryMismatch => "The first boundary line is not the boundary announced; the line was believed.",
        MultipartFaults.BoundaryBroken => "A boundary line is damaged; Content-Length showed where its part ends.",
        MultipartFaults.NoBoundary => "No boundary line was found; the bytes were dropped.",
        MultipartFaults.PartTooLarge => "A part announces more than 16 MB and was dropped.",
        MultipartFaults.HeadersTooLarge => "The headers of a part do not end; the part was dropped.",
        MultipartFaults.HeadersBroken => "The headers of a part are cut off; the part was dropped.",
        MultipartFaults.WrongLength => "Content-Length does not fit the next boundary line; the line was believed.",
        _ => null,
    };
}
