// Lets the server hear of every change after it has been shown.
import { follow } from "./desk.js"

/** Tie the desk to this component's way to the server. */
export const mount = ({ setTriggerValue }) => follow(move => setTriggerValue("moved", move))
