namespace EdgeGateway.Protocol.Hytera.Tmp;

/// <summary>Second byte of the opcode (pdt-radio.md section 7). The work order family has no public layout and is not read.</summary>
public enum TmpCode : byte
{
    PrivateText = 0xA1,
    PrivateTextAck = 0xA2,
    PrivateData = 0xAE,
    PrivateDataAck = 0xAF,
    GroupText = 0xB1,
    GroupTextAck = 0xB2,
    GroupData = 0xBE,
    GroupDataAck = 0xBF,
}
