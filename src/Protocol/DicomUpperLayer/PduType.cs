namespace EdgeGateway.Protocol.DicomUpperLayer;

/// <summary>First byte of a protocol data unit (xray.md section 1.9).</summary>
public enum PduType : byte
{
    AssociateRequest = 1,
    AssociateAccept = 2,
    AssociateReject = 3,
    Data = 4,
    ReleaseRequest = 5,
    ReleaseResponse = 6,
    Abort = 7,
}
