namespace EdgeGateway.Drivers.Transport;

/// <summary>What a device is told when its request is not taken, and under which word that is counted.</summary>
internal sealed record InboxRefusal(InboxAnswer Answer, string Reason)
{
    public static readonly InboxRefusal UnknownDevice = new(new(404, "no such device"), InboxReasons.UnknownDevice);
    public static readonly InboxRefusal WrongToken = new(new(401, "wrong token"), InboxReasons.WrongToken);
    public static readonly InboxRefusal Method = new(new(405, "POST or PUT"), InboxReasons.Method);
    public static readonly InboxRefusal TooLarge = new(new(413, "body too large"), InboxReasons.TooLarge);
    public static readonly InboxRefusal TooSlow = new(new(408, "body too slow"), InboxReasons.TooSlow);
    public static readonly InboxRefusal Incomplete = new(new(400, "body incomplete"), InboxReasons.Incomplete);
    public static readonly InboxRefusal Aborted = new(new(400, string.Empty), InboxReasons.Aborted);
    public static readonly InboxRefusal Busy = new(new(503, "busy"), InboxReasons.Busy);
    public static readonly InboxRefusal NotReady = new(new(503, "not ready"), InboxReasons.NotReady);
    public static readonly InboxRefusal StoreRefused = new(new(503, "not stored"), InboxReasons.StoreRefused);
    public static readonly InboxRefusal HandlerFailed = new(new(500, "failed"), InboxReasons.HandlerFailed);
}
