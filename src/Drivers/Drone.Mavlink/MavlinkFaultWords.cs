using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>A sentence for each fixed word.</summary>
internal static class MavlinkFaultWords
{
    /// <summary>Bytes, and not one start byte of a frame among them.</summary>
    public const string NoFrame = "no-frame";

    public static string Explain(string fault) => fault switch
    {
        NoFrame => "There is no start byte (FD or FE) in these bytes.",
        MavFaults.Crc => "The checksum is not that of the bytes: damage, a false start byte, or another definition of the message. The search went on right behind the start byte.",
        MavFaults.Incompatible => "An incompatibility flag is set that is not known, so the frame cannot be read.",
        MavFaults.Length => "A frame of version 1 has exactly the length of its message; this one has another.",
        MavFaults.Source => "The checksum is right, but system 0 or component 0 is nobody.",
        MavFaults.UnknownMessage => "The id is not known, so the checksum cannot be checked, and no frame begins behind it; its bytes were searched for others.",
        MavFaults.CutOff => "The input ends inside a frame.",
        MavFaults.Signature => "The signature is not of this key.",
        MavFaults.Replayed => "The signature is right, but its time was used before.",
        MavFaults.Stale => "The signature is right, but its time is more than 60 s behind.",
        MavFaults.Unsigned => "The frame is not signed.",
        _ => fault,
    };
}
