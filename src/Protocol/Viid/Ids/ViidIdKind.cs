namespace EdgeGateway.Protocol.Viid.Ids;

/// <summary>The identifiers of GA/T 1400, told apart by their length (plate-camera.md section 2.5).</summary>
public enum ViidIdKind
{
    /// <summary>20 digits: a device, a checkpoint, a platform.</summary>
    Device = 20,

    /// <summary>30 digits: organisation, time, serial.</summary>
    Case = 30,

    /// <summary>33 digits: a disposition, a subscription, or a notification of either.</summary>
    Business = 33,

    /// <summary>41 digits: a picture, a video clip, a file.</summary>
    Basic = 41,

    /// <summary>48 digits: what is seen in a picture, such as a vehicle.</summary>
    Semantic = 48,
}
