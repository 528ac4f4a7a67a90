namespace EdgeGateway.Drivers.Dahua;

/// <summary>What is asked of a device when the gateway attaches to it (plate-camera.md section 4.1, xray.md section 2.2).</summary>
/// <param name="Sort">Which of its streams.</param>
/// <param name="Codes">Events, or <c>All</c>.</param>
/// <param name="Heartbeat">Whole seconds between signs of life.</param>
/// <param name="Channel">Pictures only: from 1, -1 for all.</param>
internal sealed record DahuaAttach(DahuaAttachSort Sort, IReadOnlyList<string> Codes, TimeSpan Heartbeat, int Channel)
{
    public string PathAndQuery
    {
        get
        {
            string codes = string.Join(',', Codes);
            int heartbeat = (int)Heartbeat.TotalSeconds;
            return Sort == DahuaAttachSort.Pictures
                ? FormattableString.Invariant($"/cgi-bin/snapManager.cgi?action=attachFileProc&channel={Channel}&heartbeat={heartbeat}&Flags[0]=Event&Events=[{codes}]")
                : FormattableString.Invariant($"/cgi-bin/eventManager.cgi?action=attach&codes=[{codes}]&heartbeat={heartbeat}");
        }
    }
}
