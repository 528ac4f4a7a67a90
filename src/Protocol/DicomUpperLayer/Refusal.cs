namespace EdgeGateway.Protocol.DicomUpperLayer;

/// <summary>A-ASSOCIATE-RJ and A-ABORT as bytes (xray.md section 1.9).</summary>
public static class Refusal
{
    private const byte Permanent = 1;
    private const byte Transient = 2;
    private const byte ByUser = 1;
    private const byte ByPresentation = 3;

    /// <summary>The sender's title is not on the list.</summary>
    public static byte[] CallerUnknown() => Reject(Permanent, ByUser, 3);

    /// <summary>The sender asks for another receiver.</summary>
    public static byte[] CalledUnknown() => Reject(Permanent, ByUser, 7);

    /// <summary>As many as there may be are connected; the sender may come again.</summary>
    public static byte[] Full() => Reject(Transient, ByPresentation, 2);

    /// <summary>Ends an association without answering what is open in it.</summary>
    public static byte[] Abort() => [(byte)PduType.Abort, 0, 0, 0, 0, 4, 0, 0, 0, 0];

    private static byte[] Reject(byte result, byte source, byte reason) => [(byte)PduType.AssociateReject, 0, 0, 0, 0, 4, 0, result, source, reason];
}
