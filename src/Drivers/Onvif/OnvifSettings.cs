using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Onvif;

namespace EdgeGateway.Drivers.Onvif;

/// <summary>Reads the optional setting <c>onvif</c> of a device: <c>192.0.2.30</c>, <c>192.0.2.30:8000</c>, or the whole address of its device service.</summary>
internal static class OnvifSettings
{
    private const string Name = "onvif";

    private static readonly Words s_notAnAddress = new("is no address of an ONVIF device", "不是 ONVIF 设备地址");
    private static readonly Words s_right = new("write an IP address, with the port behind a colon when it is not 80, or http://.../onvif/device_service", "请写 IP 地址，端口不是 80 时加冒号和端口，或写 http://.../onvif/device_service");

    public static Uri? Read(SettingsReader device)
    {
        if (device.Text(Name) is not { } text)
        {
            return null;
        }

        if (Address(text) is not { } service)
        {
            device.Wrong(Name, "not-an-address", s_notAnAddress, s_right);
            return null;
        }

        return service;
    }

    private static Uri? Address(string text)
    {
        bool whole = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        bool read = Uri.TryCreate(whole ? text : $"http://{text}{OnvifRequests.Path}", UriKind.Absolute, out var url);
        bool right = read && Uri.CheckHostName(url!.Host) != UriHostNameType.Unknown && url.UserInfo.Length == 0 && !text.Contains(' ', StringComparison.Ordinal);
        return right && (whole || !text.Contains('/', StringComparison.Ordinal)) ? url : null;
    }
}
