using System.Text;

namespace EdgeGateway.Protocol.Onvif;

/// <summary>The question of WS-Discovery: who is there (plate-camera.md section 4.4)?</summary>
public static class OnvifProbe
{
    /// <summary>Where devices listen.</summary>
    public const string MulticastAddress = "239.255.255.250";

    public const int Port = 3702;

    /// <param name="message">Names the question; answers name it in RelatesTo.</param>
    /// <param name="type">What is looked for.</param>
    public static byte[] Write(Guid message, OnvifType type) => Encoding.UTF8.GetBytes(
        $"""
        <?xml version="1.0" encoding="UTF-8"?><e:Envelope xmlns:e="{OnvifNames.Soap}" xmlns:w="{OnvifNames.Addressing}" xmlns:d="{OnvifNames.Discovery}" xmlns:n="{OnvifNames.Network}" xmlns:t="{OnvifNames.Device}"><e:Header><w:MessageID>{Uuid(message)}</w:MessageID><w:To e:mustUnderstand="true">{OnvifNames.DiscoveryTo}</w:To><w:Action e:mustUnderstand="true">{OnvifNames.Discovery}/Probe</w:Action></e:Header><e:Body><d:Probe><d:Types>{(type == OnvifType.Device ? "t:Device" : "n:NetworkVideoTransmitter")}</d:Types></d:Probe></e:Body></e:Envelope>
        """);

    /// <returns>The text that names a message.</returns>
    public static string Uuid(Guid message) => $"urn:uuid:{message:D}";
}

/// <summary>What a probe looks for.</summary>
public enum OnvifType
{
    /// <summary>Cameras and recorders of any age.</summary>
    NetworkVideoTransmitter,

    /// <summary>Devices of newer firmware, which answer to this as well or only.</summary>
    Device,
}
