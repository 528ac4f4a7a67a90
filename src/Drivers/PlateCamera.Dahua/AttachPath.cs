namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>Path and query of an attach (plate-camera.md section 4.1).</summary>
internal static class AttachPath
{
    public static string Of(DahuaOptions options)
    {
        string codes = string.Join(',', options.Codes);
        int heartbeat = (int)options.Heartbeat.TotalSeconds;
        return options.Mode == DahuaMode.Snap
            ? FormattableString.Invariant($"/cgi-bin/snapManager.cgi?action=attachFileProc&channel={options.Channel}&heartbeat={heartbeat}&Flags[0]=Event&Events=[{codes}]")
            : FormattableString.Invariant($"/cgi-bin/eventManager.cgi?action=attach&codes=[{codes}]&heartbeat={heartbeat}");
    }
}
